/** Loads the ERP's tables from CSV files. */
@NullMarked
package io.severabridge.erp.csv;

import org.jspecify.annotations.NullMarked;
