<?php
/**
 * Plugin Name:       rekindle
 * Description:       A relationship guide as a block and a shortcode: tips, self-assessment, activities, helplines. Sends nothing by itself.
 * Version:           __VERSION__
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * Author:            rekindle contributors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       rekindle
 *
 * @package rekindle
 */

defined( 'ABSPATH' ) || exit;

const REKINDLE_VERSION = '__VERSION__';

/**
 * What the elements take, as the build wrote it: by name of the element, then by name of the attribute.
 *
 * @return array<string, array<string, string|array>> Kinds of values: `string`, `number`, `boolean`, a list of which it is
 *                                                    one, or `anyOf` with a list of which it is some.
 */
function rekindle_elements() {
	static $elements = null;
	if ( null === $elements ) {
		$elements = json_decode( (string) file_get_contents( __DIR__ . '/elements.json' ), true );
	}
	return $elements;
}

/**
 * A value as its attribute takes it.
 *
 * @param string       $name  Name of the attribute.
 * @param string|array $kind  What it takes.
 * @param mixed        $value What the block or the shortcode says.
 * @return string|true|null True for a boolean that is on; null where the attribute is to be left out.
 */
function rekindle_value( $name, $kind, $value ) {
	if ( 'boolean' === $kind ) {
		$is_off = ! is_scalar( $value ) || in_array( strtolower( (string) $value ), array( '', '0', 'false', 'no', 'off' ), true );
		return $is_off ? null : true;
	}
	if ( ! is_scalar( $value ) || is_bool( $value ) || '' === trim( (string) $value ) ) {
		return null;
	}
	$text = trim( (string) $value );
	if ( 'number' === $kind ) {
		$form = 'heading-level' === $name ? '/^[1-6]$/' : '/^-?\d+(\.\d+)?$/';
		return preg_match( $form, $text ) ? $text : null;
	}
	if ( is_array( $kind ) && isset( $kind['anyOf'] ) ) {
		$words = array_intersect( (array) preg_split( '/\s+/', $text ), $kind['anyOf'] );
		return $words ? implode( ' ', $words ) : null;
	}
	if ( is_array( $kind ) ) {
		return in_array( $text, $kind, true ) ? $text : null;
	}
	if ( 'src' === $name || '-url' === substr( $name, -4 ) ) {
		$url = esc_url_raw( $text, array( 'http', 'https' ) );
		return '' === $url ? null : $url;
	}
	return sanitize_text_field( $text );
}

/**
 * Which files have all that another one has. Of two that define a tag the first one wins: tips.js before tips-actions.js
 * would leave all tips of the page without their toolbar.
 */
const REKINDLE_WHOLE = array(
	'tips'         => array( 'tips-actions', 'rekindle' ),
	'tips-actions' => array( 'rekindle' ),
	'checklist'    => array( 'rekindle' ),
	'activities'   => array( 'rekindle' ),
	'helplines'    => array( 'checklist', 'rekindle' ),
);

/**
 * Loads the script of an element, and the rule that keeps its height free. They are files of this plugin. No file is loaded
 * where the page has one with all that is in it, whichever is asked for first.
 *
 * @param string $element Name of the element.
 * @param array  $options Values by attribute.
 */
function rekindle_enqueue( $element, $options ) {
	static $loaded = array();
	$files = array(
		'tips'  => isset( $options['actions'] ) || isset( $options['storage'] ) ? 'tips-actions' : 'tips',
		'guide' => 'rekindle',
	);

	$loaded[] = isset( $files[ $element ] ) ? $files[ $element ] : $element;
	foreach ( array_unique( $loaded ) as $file ) {
		$whole = isset( REKINDLE_WHOLE[ $file ] ) ? REKINDLE_WHOLE[ $file ] : array();
		if ( array_intersect( $whole, $loaded ) ) {
			wp_dequeue_script_module( 'rekindle-' . $file );
		} else {
			wp_enqueue_script_module( 'rekindle-' . $file, plugins_url( $file . '.js', __FILE__ ), array(), REKINDLE_VERSION );
		}
	}
	wp_enqueue_style( 'rekindle', plugins_url( 'rekindle.css', __FILE__ ), array(), REKINDLE_VERSION );
}

/**
 * Brings the headings of a text to another level.
 *
 * @param string $html HTML whose outermost headings are of level 2.
 * @param int    $level Level of its outermost headings.
 * @return string HTML.
 */
function rekindle_headings( $html, $level ) {
	return preg_replace_callback(
		'#(</?h)([1-6])\b#',
		static function ( $heading ) use ( $level ) {
			return $heading[1] . max( 1, min( 6, (int) $heading[2] + $level - 2 ) );
		},
		$html
	);
}

/**
 * The text that came with the plugin, as an element with these values shows it.
 *
 * @param string $element Name of the element.
 * @param array  $options Values by attribute, all of them such as the element takes.
 * @return string HTML.
 */
function rekindle_fallback( $element, $options ) {
	$text = static function ( $name ) {
		return (string) file_get_contents( __DIR__ . '/fallback/' . $name . '.html' );
	};
	$html = $text( $element );
	if ( isset( $options['exit-url'] ) && preg_match( '#^https?://#i', $options['exit-url'] ) ) {
		// Its first link is "Leave this page".
		$html = preg_replace( '#<a href="\K[^"]*#', addcslashes( esc_url( $options['exit-url'] ), '\\$' ), $html, 1 );
	}
	foreach ( isset( $options['without'] ) ? explode( ' ', $options['without'] ) : array() as $name ) {
		// It stands in its chapter, two levels down, and there without the numbers that the self-assessment has where it is alone.
		$part = preg_replace( '#<div.*?</div>\s*#s', '', $text( $name ) );
		$html = str_replace( preg_replace( '/^(?=.)/m', '  ', rekindle_headings( $part, 4 ) ), '', $html );
		if ( 'helplines' === $name ) {
			// The one line that leads to them.
			$html = preg_replace( '#\s*<p><a href="\#[^<]*</a></p>#', '', $html, 1 );
		}
	}
	$chapters = isset( $options['chapters'] ) ? preg_split( '/\s+/', $options['chapters'] ) : array();
	$found    = preg_match_all( '#<section id="([^"]+)">#', $html, $ids ) ? $ids[1] : array();
	// Where it names none that there is the guide shows all.
	if ( array_intersect( $chapters, $found ) ) {
		foreach ( array_diff( $found, $chapters ) as $id ) {
			$html = preg_replace( "#<section id=\"$id\">.*?</section>\s*#s", '', $html );
			$html = preg_replace( "#\s*<(li|p)><a href=\"\#$id\">.*?</\\1>#s", '', $html );
		}
	}
	return rekindle_headings( $html, isset( $options['heading-level'] ) ? (int) $options['heading-level'] : 2 );
}

/**
 * What stands in the place of an element that there is not: nothing for readers, a line for who can mend it.
 *
 * @param mixed $element What was named.
 * @return string HTML.
 */
function rekindle_unknown( $element ) {
	if ( ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	$names = implode( ', ', array_keys( rekindle_elements() ) );
	$name  = is_string( $element ) ? $element : '';
	return '<p>' . esc_html( "rekindle: there is no element \"$name\". One of: $names. Readers see nothing here." ) . '</p>';
}

/**
 * The element with its text inside, for readers without script, mail and feeds.
 *
 * @param string $element Name of the element: `tips`, `checklist`, `activities`, `helplines` or `guide`.
 * @param array  $given   Values by attribute; what the element does not take is left out.
 * @param string $inside  Children of the author's own, as HTML; the text that came with the plugin when empty.
 * @return string HTML; for an element that there is not, what {@see rekindle_unknown()} says.
 */
function rekindle_render( $element, $given, $inside = '' ) {
	$elements = rekindle_elements();
	$element  = is_string( $element ) ? strtolower( trim( $element ) ) : $element;
	if ( ! is_string( $element ) || ! isset( $elements[ $element ] ) ) {
		return rekindle_unknown( $element );
	}
	$options = array();
	foreach ( $elements[ $element ] as $name => $kind ) {
		$value = isset( $given[ $name ] ) ? rekindle_value( $name, $kind, $given[ $name ] ) : null;
		if ( null !== $value ) {
			$options[ $name ] = $value;
		}
	}

	$inside = '' === trim( $inside ) ? rekindle_fallback( $element, $options ) : wp_kses_post( $inside );
	// A reader of feeds has no script, and may drop what it does not know.
	if ( is_feed() ) {
		return $inside;
	}

	rekindle_enqueue( $element, $options );
	$attributes = '';
	foreach ( $options as $name => $value ) {
		$attributes .= ' ' . $name . ( true === $value ? '' : '="' . esc_attr( $value ) . '"' );
	}
	return sprintf( '<rekindle-%1$s class="rekindle-%1$s"%2$s>%3$s</rekindle-%1$s>', $element, $attributes, $inside );
}

/**
 * The shortcode: [rekindle element="tips" view="list" loop].
 *
 * @param array|string $given   Its attributes; words alone are booleans.
 * @param string|null  $content What stands between an opening and a closing one.
 * @return string HTML.
 */
function rekindle_shortcode( $given, $content = null ) {
	$options = array();
	foreach ( (array) $given as $name => $value ) {
		if ( is_int( $name ) ) {
			$options[ strtolower( (string) $value ) ] = true;
		} else {
			$options[ $name ] = $value;
		}
	}
	$element = isset( $options['element'] ) && is_string( $options['element'] ) ? $options['element'] : 'tips';
	// WordPress puts paragraphs around the two halves of a shortcode, not around what stands in it.
	$inside = (string) preg_replace( '#^\s*(?:</p>|<br\s*/?>)|<p>\s*$#', '', (string) $content );
	return rekindle_render( $element, $options, $inside );
}

/**
 * The block.
 *
 * @param array $attributes `element`, and `options` by attribute.
 * @return string HTML.
 */
function rekindle_block( $attributes ) {
	$options = isset( $attributes['options'] ) && is_array( $attributes['options'] ) ? $attributes['options'] : array();
	$element = isset( $attributes['element'] ) ? $attributes['element'] : 'tips';
	return rekindle_render( $element, $options );
}

/**
 * Registers block and shortcode. Nothing is loaded on a page that has neither.
 */
function rekindle_init() {
	wp_register_script(
		'rekindle-editor',
		plugins_url( 'editor.js', __FILE__ ),
		array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n', 'wp-server-side-render' ),
		REKINDLE_VERSION,
		true
	);
	wp_add_inline_script( 'rekindle-editor', 'const rekindleElements = ' . wp_json_encode( rekindle_elements() ) . ';', 'before' );
	register_block_type( __DIR__, array( 'render_callback' => 'rekindle_block' ) );
	add_shortcode( 'rekindle', 'rekindle_shortcode' );
}
add_action( 'init', 'rekindle_init' );

/**
 * The rule that keeps the height free has to be in the head: classic themes render the content after it.
 */
function rekindle_enqueue_early() {
	$post = is_singular() ? get_post() : null;
	if ( $post && ( has_block( 'rekindle/element', $post ) || has_shortcode( $post->post_content, 'rekindle' ) ) ) {
		wp_enqueue_style( 'rekindle', plugins_url( 'rekindle.css', __FILE__ ), array(), REKINDLE_VERSION );
	}
}
add_action( 'wp_enqueue_scripts', 'rekindle_enqueue_early' );

/**
 * Cloudflare's Rocket Loader would rewrite our script tags: it leaves alone what says so.
 *
 * @param array $attributes Attributes of a script tag.
 * @return array Attributes.
 */
function rekindle_script_attributes( $attributes ) {
	$id = isset( $attributes['id'] ) ? (string) $attributes['id'] : '';
	return preg_match( '/^rekindle-.*-js-module$/', $id ) ? array( 'data-cfasync' => 'false' ) + $attributes : $attributes;
}
add_filter( 'wp_script_attributes', 'rekindle_script_attributes' );
