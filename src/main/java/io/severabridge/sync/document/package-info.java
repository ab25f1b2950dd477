/** Hands documents over to the ERP. */
@NullMarked
package io.severabridge.sync.document;

import org.jspecify.annotations.NullMarked;
