package org.huzhu.unions;

import java.time.LocalDate;
import java.util.Optional;
import org.huzhu.kernel.CreditCode;
import org.huzhu.kernel.Require;

/**
 * What is known of an organisation from a day on.
 *
 * @param unionCode the credit code of the union; a small one under a street's has none
 * @param employerCode the credit code of the employer; units of one employer share it
 * @param staff how many work there
 * @param women how many of them are women
 * @param hostedIn the service centre (职工服务中心) that houses it, where one does
 */
public record UnitFacts(
        Optional<CreditCode> unionCode,
        Optional<CreditCode> employerCode,
        Kind kind,
        int staff,
        int women,
        Optional<String> hostedIn) {

    /** What an employer is. Names are stored: never rename one. */
    public enum Kind {
        /** 国有企业. */
        STATE_ENTERPRISE,
        /** 非公企业. */
        PRIVATE_ENTERPRISE,
        /** 事业单位. */
        INSTITUTION,
        /** 机关. */
        GOVERNMENT,
        /** 社会组织, unions among them. */
        SOCIETY
    }

    /**
     * Whom to call; {@link #toString} keeps the number to itself.
     *
     * @param phone as it is dialled, digits with a plus or dashes
     */
    public record Contact(String name, String phone) {

        public Contact {
            name = Opening.checkedName(name);
            Require.that(phone.matches("\\+?[0-9-]{5,20}"), "The phone of a contact is 5 to 20 digits and dashes");
        }

        @Override
        public String toString() {
            return "Contact[" + name + "]";
        }
    }

    /** What was known from the day on, until it is known otherwise. */
    public record Dated(LocalDate day, UnitFacts facts) {}

    public UnitFacts {
        Require.that(staff >= 0, "A staff of %d is none", staff);
        Require.that(women >= 0 && women <= staff, "%d women do not fit a staff of %d", women, staff);
    }
}
