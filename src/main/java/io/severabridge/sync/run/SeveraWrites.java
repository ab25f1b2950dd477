package io.severabridge.sync.run;

import io.severabridge.severa.Json;
import io.severabridge.severa.PatchOperation;
import io.severabridge.severa.SeveraClient;
import io.severabridge.severa.UncertainCreateException;
import io.severabridge.sync.plan.Patch;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.ObjectNode;

/** The calls that change Severa. A rehearsal answers them itself, as Severa would, and sends none. */
public interface SeveraWrites {
    /** What the GUIDs begin with that a rehearsal makes up. */
    String MADE_GUID = "00000000-0000-0000-0000-";

    /**
     * Makes a record.
     *
     * @param added what Severa adds to a new record by itself
     */
    <S extends Record> S create(String path, ObjectNode body, Map<String, Object> added, Class<S> type)
            throws UncertainCreateException;

    /** Replaces fields; answers the record as it is then. */
    <S extends Record> S patch(String path, S now, List<PatchOperation> operations, Class<S> type);

    /** Replaces fields of what is not kept. */
    void patch(String path, List<PatchOperation> operations);

    void delete(String path);

    /** To Severa. */
    record Sent(SeveraClient severa) implements SeveraWrites {
        @Override
        public <S extends Record> S create(String path, ObjectNode body, Map<String, Object> added, Class<S> type)
                throws UncertainCreateException {
            return severa.create(path, body, type);
        }

        @Override
        public <S extends Record> S patch(String path, S now, List<PatchOperation> operations, Class<S> type) {
            return severa.patch(path, operations, type);
        }

        @Override
        public void patch(String path, List<PatchOperation> operations) {
            severa.patch(path, operations);
        }

        @Override
        public void delete(String path) {
            severa.delete(path);
        }
    }

    /** To nobody; counted as if they were sent. */
    record Rehearsed(SeveraClient severa) implements SeveraWrites {
        private static final AtomicLong MADE = new AtomicLong();

        /** Whether a GUID stands for a record that Severa would have made. */
        public static boolean isMade(String guid) {
            return guid.startsWith(MADE_GUID);
        }

        @Override
        public <S extends Record> S create(String path, ObjectNode body, Map<String, Object> added, Class<S> type) {
            severa.countUnsent();
            ObjectNode record = body.deepCopy();
            ObjectNode more = Json.MAPPER.valueToTree(added);
            more.properties().forEach(field -> {
                if (record.get(field.getKey()) instanceof ObjectNode nested
                        && field.getValue() instanceof ObjectNode fields) {
                    nested.setAll(fields);
                } else {
                    record.set(field.getKey(), field.getValue());
                }
            });
            record.put("guid", MADE_GUID + String.format("%012d", MADE.incrementAndGet()));
            return Json.MAPPER.treeToValue(record, type);
        }

        @Override
        public <S extends Record> S patch(String path, S now, List<PatchOperation> operations, Class<S> type) {
            severa.countUnsent();
            return Patch.applied(now, operations, type);
        }

        @Override
        public void patch(String path, List<PatchOperation> operations) {
            severa.countUnsent();
        }

        @Override
        public void delete(String path) {
            severa.countUnsent();
        }
    }
}
