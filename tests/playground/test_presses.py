from playground.presses import Presses


def test_a_press_acts_first_and_then_counts():
    done: list[str] = []
    row = Presses({"One": lambda: done.append("one"), "Two": lambda: done.append("two")})
    seen: list[list[str]] = []
    row.observe(lambda _change: seen.append(list(done)), "value")
    one, two = row.children
    assert (one.description, two.description) == ("One", "Two")
    two.click()
    one.click()
    assert seen == [["two"], ["two", "one"]]
    assert row.value == 2
