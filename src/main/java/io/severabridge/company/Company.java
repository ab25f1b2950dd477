package io.severabridge.company;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One company, as its file says; defaults are filled in, lists and maps keep the order of the file and cannot be
 * changed.
 *
 * @param name lower case letters, digits and hyphens; tells companies apart everywhere
 * @param onConflict whose value wins when both sides changed the same field
 * @param workHours null when the file has no such section: work hours are not transferred
 * @param costs null likewise
 * @param invoices null likewise
 * @param paymentStatus null likewise
 * @param languageMappings Severa language tag, or GUID of a language, to language number of the ERP; several
 *     tags may share a number; the usual twelve if not set
 */
public record Company(
        String name,
        Erp erp,
        Severa severa,
        BridgeDatabase bridgeDatabase,
        Masters masters,
        Side onConflict,
        BusinessUnits businessUnits,
        Users users,
        ProductCategories productCategories,
        Products products,
        Customers customers,
        BillingAddress billingAddress,
        OtherAddresses otherAddresses,
        Contacts contacts,
        Projects projects,
        @Nullable WorkHours workHours,
        @Nullable Costs costs,
        @Nullable Invoices invoices,
        @Nullable PaymentStatus paymentStatus,
        Map<String, Integer> languageMappings,
        NumberSeries numberSeries) {

    /** Who updates an entity. */
    public enum Master {
        ERP,
        SEVERA,
        BOTH
    }

    /** One of the two systems. */
    public enum Side {
        ERP,
        SEVERA
    }

    /** The kind that an address gets when it is created in Severa. */
    public enum AddressKind {
        VISIT,
        POSTAL
    }

    /** What becomes of the sign of a credit note's amount: dropped, or kept as the ERP has it. */
    public enum CreditNoteAmount {
        ABSOLUTE,
        AS_IS
    }

    /** How the values of a change are written when they are sent to Severa. */
    public enum PatchValues {
        JSON,
        TEXT
    }

    /** How a currency rate is applied; installations differ. */
    public enum RateDirection {
        MULTIPLY,
        DIVIDE
    }

    /** What the description of a cost may be put together from. */
    public enum DescriptionPart {
        TEXT,
        SUPPLIER_NUMBER,
        SUPPLIER_NAME,
        VOUCHER_NUMBER,
        INVOICE_NUMBER,
        ADDITIONAL_TEXT
    }

    /** Rows whose group field has a value: {@code group} 1 to 12, {@code value} never 0, which means "no group". */
    public record GroupValue(int group, int value) {}

    /**
     * The ERP's database and what is peculiar to the company in it.
     *
     * @param system which ERP it is; also the folder of its statements
     * @param jdbcUrl jdbc:sqlserver: or jdbc:h2:, never with a password in it
     * @param homeCurrency ISO code that currency 0 means
     * @param homeCountry ISO alpha-2 code that country 0 means
     * @param languageNo language number of the company's own texts
     * @param changeUser who the ERP says has changed a row, at most 24 characters
     * @param columns {@code Table} or {@code Table.Column} as in the SQL files to the physical name; plain identifiers
     */
    public record Erp(
            String system,
            String jdbcUrl,
            String username,
            Secret password,
            String schema,
            String homeCurrency,
            String homeCountry,
            int languageNo,
            String changeUser,
            Map<String, String> columns) {}

    /**
     * The Severa organisation and how fast it may be called.
     *
     * @param baseUrl http or https, without a slash at its end
     * @param maxInFlight calls that wait for their answer at the same time, 1 to 64
     * @param doubtDelay how long an uncertain create is waited for before it is sent again; the read time-out
     *     if not set
     * @param overlap how far back of the last reading changes are asked for again
     */
    public record Severa(
            URI baseUrl,
            String clientId,
            Secret clientSecret,
            int requestsPerSecond,
            int maxInFlight,
            Duration connectTimeout,
            Duration readTimeout,
            Duration doubtDelay,
            Duration overlap,
            PatchValues patchValues,
            Network network) {}

    /** What lies between: {@code trustStore} null: certificates that Java trusts, and no others. */
    public record Network(@Nullable Proxy proxy, @Nullable String trustStore, Secret trustStorePassword) {}

    /** An empty user name: everybody may use it. */
    public record Proxy(String host, int port, String username, Secret password) {}

    /** Where links, rejects, journal and batch tables live; never the ERP's database. */
    public record BridgeDatabase(String jdbcUrl, String username, Secret password) {}

    /**
     * Who updates what, resolved: an entity that the file does not name has the default, users and customers
     * have both.
     */
    public record Masters(
            Master defaultMaster,
            Master businessUnits,
            Master users,
            Master productCategories,
            Master products,
            Master customers,
            Master projects) {}

    /**
     * Departments. {@code unit} 1 to 12 is the ERP's organisational unit; {@code guidField} is Inf, or Inf2 to
     * Inf8, here and below.
     */
    public record BusinessUnits(
            int unit,
            String guidField,
            boolean organizationalHierarchy,
            @Nullable GroupValue exclude) {}

    /**
     * Employees. {@code template} is the associate that new ones take their other columns from; 0 is none. {@code apiUser} is
     * the e-mail address of the user that Severa's API acts as, or his first and last name.
     */
    public record Users(
            String guidField,
            @Nullable GroupValue inactive,
            @Nullable GroupValue exclude,
            boolean titleInWorkContract,
            NewUser newUser,
            int template,
            String apiUser) {}

    /** What a user made from an employee gets; an empty profile or business unit is left to Severa. */
    public record NewUser(String type, String permissionProfile, String businessUnit) {}

    /** Off unless switched on. {@code field} is PrCatNo, PrCatNo2 or PrCatNo3. */
    public record ProductCategories(boolean enabled, String field) {}

    /** {@code unitCost} is the price column that the unit cost is read from: PurcPr or CstPr. */
    public record Products(String guidField, @Nullable GroupValue exclude, String unitCost) {
        /** Purchase prices may be in another currency. */
        public boolean unitCostIsPurchasePrice() {
            return unitCost.equals("PurcPr");
        }
    }

    /**
     * Customers, and what their contacts and other addresses share with them.
     *
     * @param guidField also for contacts and other addresses, which are rows of the same table
     * @param onlyWithWonProject towards the ERP only customers with a won project
     * @param accountSetMarketSegment market segment whose sub-segments are account sets; null: not mapped
     * @param defaultOverdueInterest percent, at least 0; null: interest is not mapped
     * @param template associate that new customers take their other columns from; 0 is none
     */
    public record Customers(
            String guidField,
            @Nullable GroupValue exclude,
            @Nullable GroupValue inactive,
            boolean onlyWithWonProject,
            @Nullable String accountSetMarketSegment,
            @Nullable BigDecimal defaultOverdueInterest,
            boolean eInvoice,
            int template) {}

    /**
     * Columns of the customer's own row; {@code lines} is at least one of Ad1 to Ad4, each once, in the order of
     * the text.
     */
    public record BillingAddress(String guidField, List<String> lines) {}

    /** Addresses of a customer other than the billing address. */
    public record OtherAddresses(AddressKind as) {}

    /**
     * Kind of communication (EmailAddress, Phone, MobilePhone, Fax ...) to the name of its type in Severa; a
     * kind without one takes the first active.
     */
    public record Contacts(Map<String, String> communicationTypes) {}

    /**
     * Projects: the rows of one organisational unit.
     *
     * @param unit 1 to 12, another one than that of the business units
     * @param internalNameField null: the internal name is not transferred
     * @param departmentField R1 to R12; that of the business units if not set
     * @param contactField null: the contact is not transferred
     * @param salesStatus what a project from the ERP gets
     * @param defaultOwnerEmployee employee number for projects without a responsible; 0: they are rejected
     */
    public record Projects(
            int unit,
            String guidField,
            @Nullable String internalNameField,
            String departmentField,
            @Nullable String contactField,
            String salesStatus,
            int defaultOwnerEmployee,
            @Nullable GroupValue exclude) {}

    /**
     * {@code category} tells our rows of the table from others; {@code lookBack} is in whole days, by event date; hours before
     * {@code from} are left alone, null: none are.
     */
    public record WorkHours(
            String table,
            int category,
            boolean approvedOnly,
            Duration lookBack,
            @Nullable LocalDate from) {}

    /**
     * Updated vouchers that become costs of projects.
     *
     * @param salesValuePercentage unit price in percent of the unit cost, at least 0; 100 if not set
     * @param voucherTypes which types are costs; at least one
     * @param productType of Severa: FixedFees, Materials or Subcontracting
     * @param creditNoteVoucherTypes some of {@code voucherTypes}
     * @param description parts in the order of the text
     * @param from vouchers with an earlier date are left alone; null: none are
     */
    public record Costs(
            String table,
            BigDecimal salesValuePercentage,
            List<Integer> voucherTypes,
            CreditNoteAmount creditNoteAmount,
            String productType,
            List<Integer> creditNoteVoucherTypes,
            List<DescriptionPart> description,
            RateDirection rateDirection,
            @Nullable LocalDate from) {}

    /**
     * Invoices that become orders. Fields are columns of the order.
     *
     * @param orderNumberField column of the order for Severa's order number, never the order's own key
     * @param invoiceNumberField column of the order for the number of the invoice in Severa; null: it is not mapped
     * @param senderEmployeeField null: the sender is not mapped
     * @param travelExpenseProduct the default product if not set, as is {@code hourProduct}
     * @param descriptionOnOwnLine the description always gets a line of its own
     * @param notesProduct product number of note lines; null: they have none
     * @param reverseChargeTaxCode 0: not set
     * @param from invoices with an earlier date are left alone; null: none are
     */
    public record Invoices(
            InvoiceStatuses status,
            String guidField,
            String orderNumberField,
            @Nullable String invoiceNumberField,
            @Nullable String senderEmployeeField,
            String defaultProduct,
            String travelExpenseProduct,
            String hourProduct,
            boolean descriptionOnOwnLine,
            boolean rowCost,
            boolean notes,
            @Nullable String notesProduct,
            int reverseChargeTaxCode,
            boolean rowBusinessUnitFromUser,
            FromCustomer fromCustomer,
            LineAccountSet lineAccountSet,
            @Nullable LocalDate from) {}

    /** Columns of the customer's row that say what its orders get, as the ERP's own order entry takes them; null: it does not. */
    public record FromCustomer(
            @Nullable String invoiceCustomer,
            @Nullable String paymentMethod,
            @Nullable String deliveryTerms,
            @Nullable String deliveryMethod,
            @Nullable String eInvoiceSending,
            @Nullable String vatExemption) {}

    /** Who says the account set of an order line: the ERP, which knows product and customer, or the customer's row. */
    public enum LineAccountSet {
        ERP,
        CUSTOMER
    }

    /** Names of invoice statuses in Severa, all different: what is fetched, and what it becomes. */
    public record InvoiceStatuses(String transfer, String transferred, String failed) {}

    /**
     * Invoices that the ERP says are paid.
     *
     * @param paid name of the invoice status in Severa
     * @param openEntries table of the customers' open entries, which then decide; null: the customers' transactions do
     * @param openAmount its column with what is left of an entry; null: each entry that is there is open
     */
    public record PaymentStatus(
            boolean enabled,
            String paid,
            @Nullable String openEntries,
            @Nullable String openAmount) {}

    /**
     * {@code customers} null: no range is known to be the ERP's own. {@code invoicesVoucherSeries} is the number
     * of the series.
     */
    public record NumberSeries(@Nullable NumberRange customers, int invoicesVoucherSeries) {}

    /** Both ends included. */
    public record NumberRange(int from, int to) {}

    /** What the mapping of records depends on, as a text: with another one, each record may mean something else. */
    public String mapped() {
        return List.of(
                        erp.homeCurrency(),
                        erp.homeCountry(),
                        erp.languageNo(),
                        new TreeMap<>(erp.columns()),
                        masters,
                        onConflict,
                        businessUnits,
                        users,
                        productCategories,
                        products,
                        customers,
                        billingAddress,
                        otherAddresses,
                        new TreeMap<>(contacts.communicationTypes()),
                        projects,
                        String.valueOf(workHours),
                        new TreeMap<>(languageMappings),
                        numberSeries)
                .toString();
    }
}
