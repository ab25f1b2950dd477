/** How files are made that are nobody else's business. */
@NullMarked
package io.severabridge.file;

import org.jspecify.annotations.NullMarked;
