package io.severabridge.sync.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A value of a field that stands for none, such as the price of a product without one: on a first link it counts as empty. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface NothingIs {
    /** The value as text. */
    String value();
}
