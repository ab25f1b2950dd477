package io.severabridge.exactlyonce;

import java.util.LinkedHashMap;
import java.util.Map;

/** The most that was done again after a process was killed or stopped, against a job that nobody disturbed. */
final class Repeated {
    private final Map<String, String> where = new LinkedHashMap<>();
    private final Map<String, Long> most = new LinkedHashMap<>();

    void add(Mishap mishap, String job, Work done, Work needed) {
        // Where answers are lost as well, calls are repeated for another reason.
        if (mishap.plain()) {
            most("calls", done.calls() - needed.calls(), mishap, job);
            most("calls that write", done.writes() - needed.writes(), mishap, job);
            most("records looked at", done.looked() - needed.looked(), mishap, job);
        }
    }

    private void most(String what, long more, Mishap mishap, String job) {
        if (more > most.getOrDefault(what, 0L)) {
            most.put(what, more);
            where.put(what, job + " with " + mishap);
        }
    }

    @Override
    public String toString() {
        return "done again after a kill or stop, at most: "
                + (most.isEmpty() ? "nothing" : "")
                + String.join(
                        ", ",
                        most.entrySet().stream()
                                .map(each ->
                                        each.getValue() + " " + each.getKey() + " (" + where.get(each.getKey()) + ")")
                                .toList());
    }
}
