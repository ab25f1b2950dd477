package io.severabridge.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What people may have meant by a word that there is not. */
public final class Similar {
    private Similar() {}

    /** Empty when no known key is close. */
    public static String to(String unknown, Collection<String> known) {
        String word = normal(unknown);
        return known.stream()
                .filter(key -> distance(word, normal(key)) <= Math.max(1, key.length() / 4))
                .min(Comparator.comparingInt(key -> distance(word, normal(key))))
                .map(key -> ", did you mean " + key + "?")
                .orElse("");
    }

    // clientId and client_id are client-id.
    private static String normal(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }

    /** Letters to add, remove or change (Levenshtein). */
    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int changed = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(changed, Math.min(above[column], current[column - 1]) + 1);
            }
            above = current;
        }
        return above[to.length()];
    }
}
