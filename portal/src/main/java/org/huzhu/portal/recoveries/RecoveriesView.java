package org.huzhu.portal.recoveries;

import java.util.List;
import java.util.UUID;
import org.huzhu.claims.recovery.Recovery;

/**
 * What is claimed back, as its page shows it.
 *
 * @param key under which the next money is taken in, once however often the form is sent
 * @param today for the day that a form begins with
 * @param trouble what is wrong with what was asked; empty text where nothing is
 */
public record RecoveriesView(
        List<Recovery> recoveries,
        boolean mayReceive,
        boolean mayWaive,
        boolean mayConfirm,
        UUID key,
        String today,
        String trouble) {}
