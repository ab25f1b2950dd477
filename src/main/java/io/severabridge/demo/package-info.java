/** The demo's play: what people do in both systems on a working day. */
@NullMarked
package io.severabridge.demo;

import org.jspecify.annotations.NullMarked;
