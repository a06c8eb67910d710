from pydantic import BaseModel, Field

from app.utils.slug import slug


class NewItem(BaseModel):
    name: str = Field(min_length=1, max_length=80)
    price: float = Field(gt=0)


class Item(NewItem):
    id: str


class ItemStore:
    """Lives as long as the execution environment; a real application keeps items in a database."""

    def __init__(self) -> None:
        self._items: dict[str, Item] = {}

    def all(self) -> list[Item]:
        return list(self._items.values())

    def get(self, item_id: str) -> Item | None:
        return self._items.get(item_id)

    def add(self, new: NewItem) -> Item:
        item = Item(id=slug(new.name), **new.model_dump())
        self._items[item.id] = item
        return item


store = ItemStore()
store.add(NewItem(name="Blue Teapot", price=19.5))
