package org.huzhu.payments.bank;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.huzhu.kernel.Money;

/**
 * What a file says of all that stands in it.
 *
 * @param number of the file, unlike that of any other
 * @param madeAt when its batch was made: the same each time that it is written
 * @param day on which the bank is to pay
 * @param holder of the account that is paid from
 * @param account its number
 * @param count of the orders
 * @param sum of the orders
 */
public record FileHead(
        String number, LocalDateTime madeAt, LocalDate day, String holder, String account, int count, Money sum) {}
