package offenders.severabridge.erp;

import io.severabridge.severa.Pointer;

final class KnowsSevera {
    Pointer pointer = new Pointer("x");
}
