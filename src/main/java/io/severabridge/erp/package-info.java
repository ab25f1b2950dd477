/**
 * The ERP's database: connection, reading, writing, the start-up check. It speaks SQL and
 * knows no entity.
 */
@NullMarked
package io.severabridge.erp;

import org.jspecify.annotations.NullMarked;
