package io.severabridge.exactlyonce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is where, as sorted lines by table and resource. */
record State(Map<String, List<String>> lines) {
    /** What this has and the other has not, and the other way round; none if both are the same. */
    List<String> differences(State other) {
        List<String> found = new ArrayList<>();
        lines.forEach((place, mine) -> {
            List<String> theirs = other.lines.getOrDefault(place, List.of());
            missing(mine, theirs).forEach(line -> found.add("lost from " + place + ": " + line));
            missing(theirs, mine).forEach(line -> found.add("too much in " + place + ": " + line));
        });
        return found;
    }

    private static List<String> missing(List<String> from, List<String> in) {
        List<String> left = new ArrayList<>(from);
        in.forEach(left::remove);
        return left;
    }

    long size() {
        return lines.values().stream().mapToLong(List::size).sum();
    }
}
