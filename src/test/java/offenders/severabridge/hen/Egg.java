package offenders.severabridge.hen;

import offenders.severabridge.hen.coop.Chicken;

public final class Egg {
    Chicken of = new Chicken();
}
