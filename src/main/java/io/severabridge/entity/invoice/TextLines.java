package io.severabridge.entity.invoice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text as lines of an order: broken where it has line breaks, and between words where a line is full. */
final class TextLines {
    private TextLines() {}

    /** No line where the text says nothing; none is longer than {@code width}. */
    static List<String> of(@Nullable String text, int width) {
        List<String> lines = new ArrayList<>();
        if (text != null) {
            text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> wrap(line, width, lines));
        }
        return lines;
    }

    private static void wrap(String text, int width, List<String> lines) {
        String left = text;
        while (left.length() > width) {
            int space = left.lastIndexOf(' ', width);
            int end = space > 0 ? space : cut(left, width);
            lines.add(left.substring(0, end).strip());
            left = left.substring(end).strip();
        }
        lines.add(left);
    }

    /** A word that is longer than a line is cut, though not within a character. */
    private static int cut(String word, int width) {
        return Character.isHighSurrogate(word.charAt(width - 1)) && width > 1 ? width - 1 : width;
    }
}
