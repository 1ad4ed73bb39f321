/**
 * The text of plans: YAML in Chinese, read strictly into the records of {@code org.huzhu.plan} and
 * {@code org.huzhu.facts}.
 *
 * <p>One vocabulary of shapes says which keys and words may stand where; reading and the JSON Schema for editors both
 * come out of it. Nothing is ignored and nothing is defaulted: whatever the vocabulary does not know is a
 * {@link org.huzhu.text.Problem} with its line, and all problems of a file are told at once. Files are handed in as
 * text; this package touches no disk.
 */
@NullMarked
package org.huzhu.text;

import org.jspecify.annotations.NullMarked;
