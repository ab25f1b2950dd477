package offenders.severabridge.severa;

import io.severabridge.erp.CodePage;
import java.nio.charset.StandardCharsets;

final class KnowsTheErp {
    CodePage page = new CodePage(StandardCharsets.UTF_8);
}
