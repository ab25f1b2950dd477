package offenders.severabridge.sync;

import io.severabridge.erp.vismabusiness.VismaBusiness;

class KnowsOneErp {
    VismaBusiness erp = new VismaBusiness();
}
