package offenders.severabridge.sync;

import offenders.severabridge.entity.one.Open;

final class KnowsOneEntity {
    Open open = new Open();
}
