package offenders.severabridge.entity.one;

import io.severabridge.failure.Reason;
import io.severabridge.failure.Rejected;

final class MakesUpAReason {
    static Rejected rejected(String value) {
        return new Rejected(new Reason("made-up", "declare it"), "field", value, "nobody can look it up");
    }
}
