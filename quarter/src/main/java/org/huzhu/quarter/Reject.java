package org.huzhu.quarter;

/**
 * A row that was not accepted.
 *
 * @param file the position of its file among all inputs, from 0
 * @param line the physical line at which the row starts; the header's is 1
 * @param recordNo the number of the record, or of the member in the register and in payment lists
 * @param detail what was found and what is allowed, in Chinese, without a whole identity number
 */
record Reject(int file, long line, String recordNo, Reason reason, String detail) {}
