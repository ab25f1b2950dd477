package io.severabridge.company;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of the order are taken: by the mapping, by the ERP itself, and by the settings that were read before. Names are
 * compared as the database has them, so that {@code erp.columns} hides nothing.
 */
final class OrderColumns {
    /** Columns that the mapping fills otherwise. */
    private static final Set<String> MAPPED = words(
            "OrdNo TrTp OrdTp OrdDt CustNo InvoCust Nm Ad1 Ad2 Ad3 Ad4 PNo PArea Ctry Lang Cur ExRt PmtTrm OurRef YrRef"
                    + " LiaActNo EmpNo Rsp AcSet ObVatNo ExVat PmtMt DelTrm DelMt DocSMt"
                    + " ChDt ChTm ChUsr CreDt CreTm CreUsr");

    /**
     * Columns that mean something to the ERP (schema reference, appendix 1, and what came later). Left out are those for the
     * customer's own numbers (CSOrdNo, ReqNo, Label), groups and information fields.
     */
    private static final Set<String> OF_THE_ERP = words(
            "SupNo SelBuy TransGr TransGr2 TransGr3 TransGr4 OrdBasNo OrdPrGr CustPrGr CustPrG2 CustPrG3 TotDcP TotDcAm"
                    + " TotDcDAm ExSpc NOrdSum VatAm DNOrdSum DVatAm OrdSum OrdSumT DOrdSum DOrdSumT IncCst CtrAm DCtrAm DelActNo"
                    + " DelNm DelAd1 DelAd2 DelAd3 DelAd4 DelPNo DelPArea DelCtry DelLang FrStc ToStc ConsNo FrAm FrAm2 FrAm3"
                    + " FrAm4 PstAm DelDt CfDelDt FCfDelDt RlDelDt RmtSup DueDt InvoPl FactNo InvoRef ExOrdPrc OrdPrSt OrdPrSt2"
                    + " InvoNo InvoAm LstSetDt LstInvDt ExPr EdSt NoteNm Dupl DelPri EmpPrGr WageRtNo Trunc DTrunc Package SpcTxAm"
                    + " DSpcTxAm InvoSF IncSF InvoIF DInvoIF IncIF CstCur CstExRt CIncCst CIncSF CIncIF SaleCstP MainOrd ERetDt"
                    + " VoSr InqCnt PurcCnt OfCnt CfCnt PicCnt PacCnt ConCnt InvoCnt DtyFrAm DDtyFrAm ArDt DifProd PrSup SPrAdd"
                    + " OrdPref NWgt Tare Lgt Area Vol FinBy NoUn ConNo PacNo PicNo CfNo OfNo PurcNo InqNo EDISt OrdBal DOrdBal"
                    + " TestRes IgnTest FrCusPro FinDt ProdNo ProdCnt GWgtTot GWgtCoSF OvCNOSm DepDt LckSt ChPrc ChSm ChTmms");

    private final Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> own = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** With the columns of the department and of the project, which the mapping fills, too. */
    OrderColumns(Map<String, String> columns, int departmentUnit, int projectUnit) {
        names.putAll(columns);
        MAPPED.forEach(column -> taken.add(physical(column)));
        taken.add(physical("R" + departmentUnit));
        taken.add(physical("R" + projectUnit));
        OF_THE_ERP.forEach(column -> own.add(physical(column)));
        for (int unit = 1; unit <= 12; unit++) {
            own.add(physical("R" + unit));
        }
    }

    private static Set<String> words(String columns) {
        return Set.of(columns.split(" ", -1));
    }

    private String physical(String column) {
        return names.getOrDefault("Ord." + column, column);
    }

    /** Why a column cannot be had, a clause; null where it can, and it is taken then. */
    @Nullable
    String take(String column, Set<String> allowed) {
        String physical = physical(column);
        if (own.contains(physical)
                && allowed.stream().noneMatch(each -> physical(each).equalsIgnoreCase(physical))
                && !taken.contains(physical)) {
            return "the order's " + column.toLowerCase(Locale.ROOT)
                    + " means something to the ERP: choose a column that is free, such as CSOrdNo, ReqNo or Inf";
        }
        return taken.add(physical)
                ? null
                : "the order's " + column.toLowerCase(Locale.ROOT) + " holds something else already";
    }
}
