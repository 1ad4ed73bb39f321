package org.huzhu.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.OptionalLong;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.crypto.TimeCodes;
import org.huzhu.staff.JdbcAccounts.Known;
import org.huzhu.staff.SignIn.NewSecondFactor;
import org.springframework.stereotype.Component;

/** Codes of an authenticator, each of which works once. Within the transaction at hand. */
@Component
class SecondFactor {

    private static final String ISSUER = "Huzhu";

    private final JdbcAccounts accounts;
    private final Secrets secrets;
    private final Chance chance;

    SecondFactor(JdbcAccounts accounts, Secrets secrets, Chance chance) {
        this.accounts = accounts;
        this.secrets = secrets;
        this.chance = chance;
    }

    NewSecondFactor fresh(Account account) {
        String secret = TimeCodes.text(chance.bytes(TimeCodes.SECRET_BYTES));
        if (!accounts.newTotp(account.id(), secrets.seal(Field.TOTP, account.id(), secret))) {
            throw new StaffRefused(StaffRefused.Reason.SECOND_FACTOR_ON);
        }
        String label = URLEncoder.encode(ISSUER + ":" + account.login(), UTF_8).replace("+", "%20");
        return new NewSecondFactor(secret, "otpauth://totp/%s?secret=%s&issuer=%s".formatted(label, secret, ISSUER));
    }

    /** Whether the code is the account's, and is used now for the first time. */
    boolean uses(Known known, String code, Instant now) {
        byte[] sealed = known.totpSealed().orElseThrow(() -> new StaffRefused(StaffRefused.Reason.SECOND_FACTOR_OFF));
        String secret = secrets.open(Field.TOTP, known.account().id(), sealed);
        OptionalLong step = TimeCodes.step(secret, code, now);
        return step.isPresent() && accounts.useTotp(known.account().id(), step.getAsLong());
    }
}
