/**
 * The stand-in for Severa: an HTTP server of its own that speaks the REST API as the vendor's API document says. It shares no
 * class with the client, so that a misread contract cannot hide.
 */
@NullMarked
package io.severabridge.sandbox;

import org.jspecify.annotations.NullMarked;
