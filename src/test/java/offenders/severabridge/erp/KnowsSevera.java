package offenders.severabridge.erp;

import io.severabridge.severa.GuidRef;

final class KnowsSevera {
    GuidRef pointer = new GuidRef("x");
}
