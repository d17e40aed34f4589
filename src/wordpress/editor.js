/* The block in the editor: settings at the side, and the text of the element where it stands. WordPress brings React. */
(({ blocks, blockEditor, components, element, i18n, serverSideRender: ServerSideRender }, elements) => {
  const { createElement: h } = element;
  const { SelectControl, TextControl, ToggleControl, PanelBody } = components;
  const { __ } = i18n;

  /** The control of an attribute, by the kind of value that it takes. */
  const control = (name, kind, value, set) => {
    const props = { key: name, label: name, value: value ?? '', onChange: set, __nextHasNoMarginBottom: true };
    if (kind === 'boolean') return h(ToggleControl, { ...props, checked: value === true });
    if (Array.isArray(kind)) {
      const options = ['', ...kind].map(one => ({ value: one, label: one || __('Default', 'rekindle') }));
      return h(SelectControl, { ...props, options });
    }
    const help = kind.anyOf && kind.anyOf.join(' ');
    return h(TextControl, { ...props, help, type: kind === 'number' ? 'number' : 'text' });
  };

  blocks.registerBlockType('rekindle/element', {
    edit: ({ attributes, setAttributes }) => {
      const { element: name, options } = attributes;
      const set = attribute => value => {
        const { [attribute]: _before, ...rest } = options;
        setAttributes({ options: value === '' || value === false ? rest : { ...rest, [attribute]: value } });
      };
      const names = Object.keys(elements).map(one => ({ value: one, label: one }));
      const settings = Object.entries(elements[name] ?? {});
      return h(
        'div',
        blockEditor.useBlockProps(),
        h(
          blockEditor.InspectorControls,
          null,
          h(
            PanelBody,
            { title: __('Rekindle', 'rekindle') },
            h(SelectControl, {
              label: __('Element', 'rekindle'),
              value: name,
              options: names,
              // Another element has other attributes.
              onChange: one => setAttributes({ element: one, options: {} }),
              __nextHasNoMarginBottom: true,
            }),
            settings.map(([attribute, kind]) => control(attribute, kind, options[attribute], set(attribute))),
          ),
        ),
        h(ServerSideRender, { block: 'rekindle/element', attributes }),
      );
    },
    save: () => null,
  });
})(window.wp, rekindleElements);
