package io.severabridge.erp;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Rows as records: a component takes the column of its name. Text is trimmed at both ends, its inner spaces are kept; no
 * value is empty text or 0.
 */
final class RecordRows<R extends Record> implements RowMapper<R> {
    private final RecordComponent[] components;
    private final Constructor<R> constructor;

    RecordRows(Class<R> type) {
        components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
    }

    @Override
    public R mapRow(ResultSet row, int number) throws SQLException {
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row, components[i]);
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + constructor.getDeclaringClass(), e);
        }
    }

    private static Object value(ResultSet row, RecordComponent component) throws SQLException {
        Class<?> type = component.getType();
        String column = component.getName();
        if (type == String.class) {
            String text = row.getString(column);
            return text == null ? "" : component.isAnnotationPresent(AsStored.class) ? text : text.strip();
        }
        if (type == int.class) {
            return row.getInt(column);
        }
        if (type == long.class) {
            return row.getLong(column);
        }
        if (type == BigDecimal.class) {
            @Nullable BigDecimal decimal = row.getBigDecimal(column);
            return decimal == null ? BigDecimal.ZERO : normal(decimal);
        }
        throw new IllegalStateException("a row cannot hold " + type + " " + column);
    }

    /** The ERP keeps six decimals: the zeros behind the last one that counts say nothing. */
    private static BigDecimal normal(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
