/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Bodies side by side: several that decide, each its Ziffern; several that only take note. */
#include "route-council.h"

#define PREPARES S ("s1", "apod", "empfehlung", RANK ("1") ON_AGENDA ("apod", "2021-09-02"))
#define FIRST S ("b1", "bv-1", "beschluss", RANK ("2") "ziffern=\"1\" " ON_AGENDA ("bv-1", "2021-09-07"))
#define SECOND                                                                                          \
  S ("b2", "bv-2", "beschluss", RANK ("2") "ziffern=\"2 3.1\" " ON_AGENDA ("bv-2", "2021-09-08"))

static void
says (const StepResult *r, const char *text)
{
  for (guint i = 0; i < r->saetze->len; i++)
    if (strstr (r->saetze->pdata[i], text))
      return;
  g_test_message ("nothing says: %s", text);
  g_test_fail ();
}

/* In either order; the paper is at its end with the last of them. */
static void
each_its_ziffern (void)
{
  static const char *const orders[][3] = {
    { "b1", "b2", "bv-2 (08.09.2021, Beschluss zu den Ziffern 2 3.1)" },
    { "b2", "b1", "bv-1 (07.09.2021, Beschluss zu Ziffer 1)" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++) {
    g_autoptr (Akte) a = akte_with (IN_DELIBERATION, PREPARES FIRST SECOND);
    g_autofree char *one = g_strdup_printf ("station=%s code=beschlossen", orders[i][0]);
    g_autofree char *two = g_strdup_printf ("station=%s code=beschlossen", orders[i][1]);
    g_autoptr (StepResult) early = step (a, "ergebnis", one, NULL);
    assert_refused_by (early, "vorberatung-abgeschlossen");
    done (a, "ergebnis", "station=s1 code=empfohlen", NULL);
    done (a, "ergebnis", one, NULL);
    assert_zustand (a, "in-beratung");
    g_assert_true (node_is (station (a, orders[i][1]), "zustand", "auf-to"));
    g_autoptr (StepResult) last = step (a, "ergebnis", two, NULL);
    assert_taken (last);
    says (last, orders[i][2]);
    keep (a, last);
    assert_zustand (a, "beschlossen");
  }
}

static void
ziffern_go_on (void)
{
  g_autoptr (Akte) a = akte_with (IN_DELIBERATION, FIRST SECOND);
  done (a, "ergebnis", "station=b2 code=vertagt", NULL);
  g_assert_true (node_is (after (a, "b2"), "ziffern", "2 3.1"));
  done (a, "ergebnis", "station=b1 code=beschlossen", NULL);
  assert_zustand (a, "in-beratung");
}

#define NOTES                                                                                           \
  S ("k1", "apod", "kenntnisnahme", RANK ("1") ON_AGENDA ("apod", "2021-09-02"))                        \
  S ("k2", "afbl", "kenntnisnahme", RANK ("2") ON_AGENDA ("afbl", "2021-09-16"))                        \
  S ("k3", "rat", "kenntnisnahme", RANK ("3") ON_AGENDA ("rat", "2021-09-23"))

/* Who only takes note waits for nobody. */
static void
kenntnisnahme_only_in_any_order (void)
{
  static const char *const orders[] = { "k1 k2 k3", "k1 k3 k2", "k2 k1 k3",
                                        "k2 k3 k1", "k3 k1 k2", "k3 k2 k1" };
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++) {
    g_autoptr (Akte) a = akte_with (IN_DELIBERATION, NOTES);
    put_sitting (a, "rat", "2021-09-23T15:00", "eroeffnet");
    g_auto (GStrv) ids = g_strsplit (orders[i], " ", -1);
    for (guint k = 0; ids[k]; k++) {
      g_autofree char *werte = g_strdup_printf ("station=%s code=zur-kenntnis", ids[k]);
      done (a, "ergebnis", werte, NULL);
      assert_zustand (a, ids[k + 1] ? "in-beratung" : "zur-kenntnis");
    }
  }
}

static void
kenntnisnahme_only_put_off_by_one (void)
{
  g_autoptr (Akte) a = akte_with (IN_DELIBERATION, NOTES);
  done (a, "ergebnis", "station=k1 code=vertagt", NULL);
  g_assert_null (node_child (station (a, "k2"), "kennzeichen"));
  g_assert_null (node_child (station (a, "k3"), "kennzeichen"));
  g_assert_true (node_is (after (a, "k1"), "gremium", "apod"));
  done (a, "ergebnis", "station=k3 code=zur-kenntnis", NULL);
  done (a, "ergebnis", "station=k2 code=zur-kenntnis", NULL);
  assert_zustand (a, "in-beratung");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/parallel/each-its-ziffern", each_its_ziffern);
  g_test_add_func ("/route/parallel/ziffern-go-on", ziffern_go_on);
  g_test_add_func ("/route/parallel/kenntnisnahme-only/any-order", kenntnisnahme_only_in_any_order);
  g_test_add_func ("/route/parallel/kenntnisnahme-only/put-off-by-one",
                   kenntnisnahme_only_put_off_by_one);
  return g_test_run ();
}
