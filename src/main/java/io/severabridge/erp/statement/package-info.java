/** SQL statements by file name, with the names of a company's ERP resolved in them. */
@NullMarked
package io.severabridge.erp.statement;

import org.jspecify.annotations.NullMarked;
