package io.severabridge.store.ledger;

import io.severabridge.store.database.BridgeDatabase;
import org.jspecify.annotations.Nullable;

/** How far each side has been read and each step has looked, per company. A mark moves only when that was finished. */
public final class Watermarks {
    public static final String LOOK = "look";

    private final BridgeDatabase database;
    private final String company;

    public Watermarks(BridgeDatabase database, String company) {
        this.database = database;
        this.company = company;
    }

    public @Nullable String get(String name) {
        return database.jdbc()
                .sql("SELECT MARK FROM BRIDGE_WATERMARK WHERE COMPANY = ? AND NAME = ?")
                .params(company, name)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    public void put(String name, String mark) {
        int changed = database.jdbc()
                .sql("UPDATE BRIDGE_WATERMARK SET MARK = ? WHERE COMPANY = ? AND NAME = ?")
                .params(mark, company, name)
                .update();
        if (changed == 0) {
            database.jdbc()
                    .sql("INSERT INTO BRIDGE_WATERMARK (COMPANY, NAME, MARK) VALUES (?, ?, ?)")
                    .params(company, name, mark)
                    .update();
        }
    }

    /**
     * The number of a new look: one preparation of a step, which reads what changed on both sides. By number and not by
     * time, so that a clock that is set back hides nothing.
     */
    public long nextLook() {
        return database.atOnce(() -> {
            String last = get(LOOK);
            long next = last == null ? 1 : Long.parseLong(last) + 1;
            put(LOOK, String.valueOf(next));
            return next;
        });
    }
}
