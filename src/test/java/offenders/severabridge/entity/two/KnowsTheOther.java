package offenders.severabridge.entity.two;

import offenders.severabridge.entity.one.Open;

final class KnowsTheOther {
    Open open = new Open();
}
