package org.huzhu.claims.money;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.database.BeyondReach;
import org.huzhu.kernel.Phone;
import org.huzhu.members.phones.Phones;
import org.huzhu.staff.MemberSignIn;
import org.huzhu.staff.MemberSignIn.Aim;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Proves by a code on his phone that it is the member himself who changes where he is paid, not his open session. */
@Component
public class OwnPhone {

    private static final int SHOWN = 4;

    private final MemberSignIn signIn;
    private final Phones phones;
    private final OwnDesk desk;
    private final BeyondReach beyond;
    private final TransactionOperations transactions;

    OwnPhone(MemberSignIn signIn, Phones phones, OwnDesk desk, BeyondReach beyond, TransactionOperations transactions) {
        this.signIn = signIn;
        this.phones = phones;
        this.desk = desk;
        this.beyond = beyond;
        this.transactions = transactions;
    }

    /** That somebody held the phone of the member just now; nothing but a code gives one. */
    public static final class Proof {

        private final UUID member;

        private Proof(UUID member) {
            this.member = member;
        }

        boolean isOf(UUID other) {
            return member.equals(other);
        }
    }

    /**
     * Sends a code to the phone that the register has of him, and to no other.
     *
     * @return the last four digits of that phone; empty where he has none
     * @throws org.huzhu.staff.SignInRefused if one was sent just now, or too many today
     */
    public Optional<String> ask(Caller member, String address) {
        Optional<String> phone = phone(desk.self(member));
        phone.ifPresent(digits -> signIn.ask(Aim.CARD, digits, address));
        return phone.map(digits -> digits.substring(digits.length() - SHOWN));
    }

    /** The proof; empty where the code is not the one, was used, is too old, or was tried too often. */
    public Optional<Proof> prove(Caller caller, String code) {
        UUID member = desk.self(caller);
        return phone(member)
                .filter(digits -> signIn.proves(Aim.CARD, digits, code))
                .map(_ -> new Proof(member));
    }

    private Optional<String> phone(UUID member) {
        return Objects.requireNonNull(transactions.execute(_ -> beyond.call(() ->
                Optional.ofNullable(phones.of(List.of(member)).get(member)).map(Phone::digits))));
    }
}
