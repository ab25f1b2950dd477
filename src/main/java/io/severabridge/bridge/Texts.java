package io.severabridge.bridge;

/** Texts for columns of a fixed width. */
final class Texts {
    private Texts() {}

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 3) + "...";
    }
}
