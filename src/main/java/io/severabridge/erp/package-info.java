/**
 * The ERP's database: connection, statements by file name, the start-up check, loading of CSV files. It speaks SQL and
 * knows no entity.
 */
@NullMarked
package io.severabridge.erp;

import org.jspecify.annotations.NullMarked;
