package io.severabridge.store.database;

/** Texts for columns of a fixed width. */
public final class ColumnWidths {
    private ColumnWidths() {}

    /** A key in a column of its width; two keys that differ only behind it are taken for equal. */
    public static @org.jspecify.annotations.Nullable String key(@org.jspecify.annotations.Nullable String key) {
        return key == null || key.length() <= 400 ? key : key.substring(0, 400);
    }

    public static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 3) + "...";
    }
}
