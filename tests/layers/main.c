/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Nothing: what is linked here is a layer's whole archive, to see that it needs no layer above it. */
int
main (void)
{
  return 0;
}
