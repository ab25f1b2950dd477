package io.severabridge.bridge;

/** Texts for columns of a fixed width. */
final class Texts {
    private Texts() {}

    /** A key in a column of its width; two keys that differ only behind it are taken for equal. */
    static @org.jspecify.annotations.Nullable String key(@org.jspecify.annotations.Nullable String key) {
        return key == null || key.length() <= 400 ? key : key.substring(0, 400);
    }

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 3) + "...";
    }
}
