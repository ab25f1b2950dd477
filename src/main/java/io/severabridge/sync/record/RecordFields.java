package io.severabridge.sync.record;

import io.severabridge.severa.Json;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An agreed record taken apart into its fields and put together again. */
public final class RecordFields<A extends Record> {
    private final Class<A> type;
    private final List<RecordComponent> fields;

    public RecordFields(Class<A> type) {
        this.type = type;
        this.fields = List.of(type.getRecordComponents());
    }

    public String name(int field) {
        return fields.get(field).getName();
    }

    public int index(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (name(i).equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(type + " has no field " + name);
    }

    /** Whether the ERP's other tables refer to the row by this field. */
    public boolean isErpKey(int field) {
        return fields.get(field).isAnnotationPresent(ErpKey.class);
    }

    /** Whether an empty value of the ERP leaves Severa's alone. */
    public boolean isKeptWhenEmpty(int field) {
        return fields.get(field).isAnnotationPresent(KeptWhenEmpty.class);
    }

    /** Whether a value of a field stands for none. */
    public boolean isNothing(int field, @Nullable Object value) {
        if (value == null) {
            return true;
        }
        NothingIs nothing = fields.get(field).getAnnotation(NothingIs.class);
        if (nothing == null) {
            return false;
        }
        return value instanceof BigDecimal amount
                ? amount.compareTo(new BigDecimal(nothing.value())) == 0
                : value.toString().equals(nothing.value());
    }

    @Nullable
    public Object[] values(A record) {
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            try {
                var accessor = fields.get(i).getAccessor();
                accessor.setAccessible(true);
                values[i] = accessor.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + type + "." + name(i), e);
            }
        }
        return values;
    }

    public A record(@Nullable Object[] values) {
        try {
            var constructor = type.getDeclaredConstructor(
                    fields.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }

    /** Whether two values of a field mean the same: numbers by size, texts as the field says. */
    public boolean same(int field, @Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (one instanceof String a
                && other instanceof String b
                && fields.get(field).isAnnotationPresent(IgnoreCase.class)) {
            return a.equalsIgnoreCase(b);
        }
        return Objects.equals(one, other);
    }

    public boolean same(A one, A other) {
        @Nullable Object[] a = values(one);
        @Nullable Object[] b = values(other);
        for (int i = 0; i < a.length; i++) {
            if (!same(i, a[i], b[i])) {
                return false;
            }
        }
        return true;
    }

    public String json(A record) {
        return Json.MAPPER.writeValueAsString(record);
    }

    public A parse(String json) {
        return Json.MAPPER.readValue(json, type);
    }
}
