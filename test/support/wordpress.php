<?php
/*
 * The few functions of WordPress that the plugin calls, as small as they can be, and a run of the plugin: reads cases as
 * JSON from the standard input, all of one page, prints what each gave and the page loads by then. `wp_kses_post` only marks what it was given: its own work is WordPress's.
 */

define( 'ABSPATH', '/' );
$hooks      = array();
$shortcodes = array();
$blocks     = array();
$loaded     = array();
$is_feed    = false;
$can        = array();
$post       = null;

function add_action( $name, $callback ) {
	global $hooks;
	$hooks[ $name ] = $callback;
}
function add_filter( $name, $callback ) {
	add_action( $name, $callback );
}
function add_shortcode( $tag, $callback ) {
	global $shortcodes;
	$shortcodes[ $tag ] = $callback;
}
function register_block_type( $folder, $options ) {
	global $blocks;
	$block                      = json_decode( file_get_contents( $folder . '/block.json' ), true );
	$blocks[ $block['name'] ]   = $options['render_callback'];
}
function plugins_url( $path, $file ) {
	return 'https://example.org/wp-content/plugins/' . basename( dirname( $file ) ) . '/' . $path;
}
function wp_enqueue_script_module( $id, $url ) {
	global $loaded;
	$loaded[ $id ] = "$id $url";
}
function wp_dequeue_script_module( $id ) {
	global $loaded;
	unset( $loaded[ $id ] );
}
function wp_enqueue_style( $id, $url ) {
	global $loaded;
	$loaded[ $id ] = "$id $url";
}
function wp_register_script() {}
function wp_add_inline_script() {}
function wp_json_encode( $value ) {
	return json_encode( $value );
}
function esc_attr( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES );
}
function esc_html( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES );
}
function esc_url( $url ) {
	return htmlspecialchars( esc_url_raw( $url, array( 'http', 'https' ) ), ENT_QUOTES );
}
function current_user_can( $what ) {
	global $can;
	return in_array( $what, $can, true );
}
function esc_url_raw( $url, $protocols ) {
	$scheme = parse_url( $url, PHP_URL_SCHEME );
	return null === $scheme || in_array( $scheme, $protocols, true ) ? preg_replace( '/[<>"\' ]/', '', $url ) : '';
}
function sanitize_text_field( $text ) {
	return trim( strip_tags( $text ) );
}
function wp_kses_post( $html ) {
	return '[kses]' . $html . '[/kses]';
}
function is_feed() {
	global $is_feed;
	return $is_feed;
}
function is_singular() {
	global $post;
	return null !== $post;
}
function get_post() {
	global $post;
	return $post;
}
function has_block( $name, $of ) {
	return false !== strpos( $of->post_content, "<!-- wp:$name" );
}
function has_shortcode( $content, $tag ) {
	return false !== strpos( $content, "[$tag" );
}

require $argv[1] . '/rekindle.php';
$hooks['init']();

$results = array();
foreach ( json_decode( stream_get_contents( STDIN ), true ) as $case ) {
	$is_feed = isset( $case['feed'] );
	$can     = isset( $case['can'] ) ? $case['can'] : array();
	$post    = isset( $case['post'] ) ? (object) array( 'post_content' => $case['post'] ) : null;
	$html    = '';
	if ( isset( $case['shortcode'] ) ) {
		$html = $shortcodes['rekindle']( $case['shortcode'], isset( $case['content'] ) ? $case['content'] : null );
	} elseif ( isset( $case['block'] ) ) {
		$html = $blocks['rekindle/element']( $case['block'] );
	} elseif ( isset( $case['script'] ) ) {
		$html = json_encode( $hooks['wp_script_attributes']( $case['script'] ), JSON_UNESCAPED_SLASHES );
	} else {
		$hooks['wp_enqueue_scripts']();
	}
	$results[] = array(
		'html'   => $html,
		'loaded' => array_values( $loaded ),
	);
}
echo json_encode( $results );
