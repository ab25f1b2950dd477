package offenders.severabridge.transfer;

import io.severabridge.erp.vismabusiness.VismaBusiness;

class KnowsOneErp {
    VismaBusiness erp = new VismaBusiness();
}
