/** The company file: one ERP company and one Severa organisation, typed and validated. */
@NullMarked
package io.severabridge.company;

import org.jspecify.annotations.NullMarked;
