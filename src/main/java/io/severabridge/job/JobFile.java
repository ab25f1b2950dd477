package io.severabridge.job;

import io.severabridge.company.Section;
import io.severabridge.company.SettingType;
import io.severabridge.company.SettingsFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A job as its file says: what runs, in an order in which each transfer comes after those it names.
 *
 * @param whole whether both sides are read whole, else what changed
 * @param chunk rows that are one transaction
 * @param maxRejects past it the job stops
 * @param maxRejectPercent likewise, of all records so far
 * @param transfers names, in their order
 */
record JobFile(
        String name,
        String purpose,
        boolean whole,
        int chunk,
        int maxRejects,
        int maxRejectPercent,
        List<String> transfers) {
    private static final SettingType<String> READS = SettingType.oneOf("all", "changes");
    private static final SettingType<Integer> PERCENT = SettingType.integer(0, 100);

    /** The job of a file's text; {@code job} is the file's name, {@code file} how messages show it. */
    static JobFile parse(String file, String job, String text, Set<String> known) {
        return SettingsFile.read(file, text, all -> job(all, job, known));
    }

    static JobFile job(Section all, String job, Set<String> known) {
        Map<String, List<String>> after = new LinkedHashMap<>();
        Map<String, Section> sections = new HashMap<>();
        transfers(all, known, after, sections);
        String name = all.required("name", SettingType.JOB_NAME);
        if (!name.isEmpty() && !name.equals(job)) {
            all.refuse("name", "is " + name + ", but the file's name says " + job);
        }
        return new JobFile(
                name,
                all.required("purpose", SettingType.TEXT),
                all.get("reads", READS, "changes").equals("all"),
                all.get("chunk", SettingType.integer(1, 1_000), 100),
                all.get("max-rejects", SettingType.NOT_NEGATIVE, Integer.MAX_VALUE),
                all.get("max-reject-percent", PERCENT, 100),
                ordered(after, sections));
    }

    /**
     * The same for records that were rejected: a job of its own, so that an unfinished execution of this one goes on later, and
     * without limits, since all may be rejected again.
     */
    JobFile retry() {
        return new JobFile("retry", purpose, false, chunk, Integer.MAX_VALUE, 100, transfers);
    }

    private static void transfers(
            Section all, Set<String> known, Map<String, List<String>> after, Map<String, Section> sections) {
        for (Section item : all.requiredSections("transfers")) {
            String transfer = item.required("transfer", SettingType.TEXT);
            if (!transfer.isEmpty() && !known.contains(transfer)) {
                item.refuse("transfer", "there is no transfer " + transfer);
            }
            if (after.put(transfer, item.list("after", SettingType.TEXT, List.of())) != null && !transfer.isEmpty()) {
                item.refuse("transfer", transfer + " is there twice");
            }
            sections.put(transfer, item);
        }
        after.forEach((transfer, needed) -> needed.stream()
                .filter(other -> !after.containsKey(other))
                .forEach(other -> section(sections, transfer)
                        .refuse("after", other + " is not among the transfers of this job")));
    }

    /** As in the file, except that each comes after those it names; a circle is refused. */
    private static List<String> ordered(Map<String, List<String>> after, Map<String, Section> sections) {
        List<String> ordered = new ArrayList<>();
        List<String> left = new ArrayList<>(after.keySet());
        while (!left.isEmpty()) {
            String next = left.stream()
                    .filter(transfer ->
                            after.getOrDefault(transfer, List.of()).stream().noneMatch(needed -> left.contains(needed)))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                left.stream()
                        .filter(transfer -> waitsForItself(transfer, after))
                        .forEach(transfer -> section(sections, transfer)
                                .refuse("after", transfer + " waits for itself through others"));
                return ordered;
            }
            ordered.add(next);
            left.remove(next);
        }
        return ordered;
    }

    private static boolean waitsForItself(String transfer, Map<String, List<String>> after) {
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(after.getOrDefault(transfer, List.of()));
        while (!next.isEmpty()) {
            String at = next.remove();
            if (seen.add(at)) {
                next.addAll(after.getOrDefault(at, List.of()));
            }
        }
        return seen.contains(transfer);
    }

    private static Section section(Map<String, Section> sections, String transfer) {
        return java.util.Objects.requireNonNull(sections.get(transfer));
    }

    /** The same job, reading both sides whole. */
    JobFile readingAll() {
        return new JobFile(name, purpose, true, chunk, maxRejects, maxRejectPercent, transfers);
    }
}
