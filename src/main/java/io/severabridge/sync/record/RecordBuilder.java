package io.severabridge.sync.record;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record of many components of which few have a value: each is given by name, and the others are null. A position that is
 * one off would put a value into another field of the same type.
 */
public final class RecordBuilder<R extends Record> {
    private final Class<R> type;
    private final Map<String, @Nullable Object> values = new HashMap<>();

    private RecordBuilder(Class<R> type) {
        this.type = type;
    }

    public static <R extends Record> RecordBuilder<R> of(Class<R> type) {
        return new RecordBuilder<>(type);
    }

    /**
     * Gives a component its value.
     *
     * @throws IllegalArgumentException if the record has no such component, or one of another type
     */
    public RecordBuilder<R> with(String name, @Nullable Object value) {
        Class<?> wanted = Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .map(component -> boxed(component.getType()))
                .orElseThrow(() -> new IllegalArgumentException(type.getSimpleName() + " has no component " + name));
        if (value != null && !wanted.isInstance(value)) {
            throw new IllegalArgumentException(type.getSimpleName() + "." + name + " is a " + wanted.getSimpleName()
                    + " and not a " + value.getClass().getSimpleName());
        }
        values.put(name, value);
        return this;
    }

    /**
     * The record.
     *
     * @throws NullPointerException if a component that cannot be null has no value
     */
    public R build() {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] given = new @Nullable Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            types[i] = components[i].getType();
            given[i] = types[i].isPrimitive()
                    ? Objects.requireNonNull(values.get(name), type.getSimpleName() + "." + name)
                    : values.get(name);
        }
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(given);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
        }
    }

    private static Class<?> boxed(Class<?> component) {
        return MethodType.methodType(component).wrap().returnType();
    }
}
