package io.severabridge.sync.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field of an agreed record by which the ERP's other tables refer to the row, such as a customer number: it is given to
 * new rows and never changed in the ERP (schema reference, what is dangerous about direct SQL writes).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ErpKey {}
