package io.severabridge.sync.record;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Tells whether a row is as it was: a hash of all its columns but the GUID, which we fill in ourselves. */
public final class RowHash {
    private static final String GUID = "guid";

    private RowHash() {}

    public static String of(Record row) {
        StringBuilder text = new StringBuilder();
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            if (!component.getName().equals(GUID)) {
                text.append(value(component, row)).append('\u0000');
            }
        }
        return of(text.toString());
    }

    public static String of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The columns by name. */
    public static Map<String, Object> values(Record row) {
        Map<String, Object> values = new HashMap<>();
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            values.put(component.getName(), value(component, row));
        }
        return values;
    }

    public static Object value(RecordComponent component, Record row) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
