/**
 * Contact persons of customers, and each of their e-mail addresses and numbers, which Severa keeps as records of their own.
 */
@NullMarked
package io.severabridge.entity.contact;

import org.jspecify.annotations.NullMarked;
