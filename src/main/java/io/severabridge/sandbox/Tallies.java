package io.severabridge.sandbox;

import java.util.Map;
import java.util.TreeMap;

/** Counts calls. */
final class Tallies {
    private static final String GUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final Map<String, Long> byCall = new TreeMap<>();
    private final Map<Integer, Long> byStatus = new TreeMap<>();
    private long writes;
    private long total;

    synchronized void add(Call call, int status) {
        byCall.merge(call.method() + " " + call.path().replaceAll(GUID, "{guid}"), 1L, Long::sum);
        byStatus.merge(status, 1L, Long::sum);
        total++;
        if (call.writes()) {
            writes++;
        }
    }

    synchronized Sandbox.Counts counts() {
        return new Sandbox.Counts(Map.copyOf(byCall), Map.copyOf(byStatus), writes, total);
    }

    synchronized void reset() {
        byCall.clear();
        byStatus.clear();
        writes = 0;
        total = 0;
    }
}
