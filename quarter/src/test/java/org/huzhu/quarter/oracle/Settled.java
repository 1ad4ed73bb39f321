package org.huzhu.quarter.oracle;

import java.util.List;
import java.util.SortedMap;

/**
 * What a settling of a quarter gives, as texts that can be compared.
 *
 * @param payments the whole of {@code payments.csv}
 * @param carried the whole of {@code carried.csv}
 * @param rejects {@code rejects.csv} without its header and its column {@code detail}: file,line,record_no,reason
 * @param counts {@code rows_read}, {@code rows_accepted}, {@code rejected_} with each reason that occurred,
 *     {@code persons_paid}, {@code persons_carried}, {@code paid_fen}, {@code carried_fen}
 */
record Settled(String payments, String carried, List<String> rejects, SortedMap<String, Long> counts) {}
