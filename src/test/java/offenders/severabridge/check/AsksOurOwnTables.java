package offenders.severabridge.check;

import io.severabridge.store.database.BridgeDatabase;

final class AsksOurOwnTables {
    Object tables(BridgeDatabase bridge) {
        return bridge.jdbc();
    }
}
