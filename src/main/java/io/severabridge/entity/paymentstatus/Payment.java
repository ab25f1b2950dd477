package io.severabridge.entity.paymentstatus;

import io.severabridge.sync.record.KeptWhenEmpty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether an invoice is paid: what is not paid in the ERP says nothing, and takes nothing back.
 *
 * @param status GUID of the status for it; where it is not paid, the one that Severa has, none in the ERP
 * @param day null where it is not paid
 */
record Payment(
        @KeptWhenEmpty @Nullable String status,
        @KeptWhenEmpty @Nullable LocalDate day) {}
