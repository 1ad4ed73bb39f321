/**
 * Who is paid in the member's place (收款人): heirs, whoever he said, or who stands for one who cannot act for himself;
 * and how what a claim comes to is divided among them, to the fen.
 */
@NullMarked
@NamedInterface("recipients")
package org.huzhu.claims.recipients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
