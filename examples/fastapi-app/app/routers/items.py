from fastapi import APIRouter, HTTPException, UploadFile, status

from app.services import photos
from app.services.items import Item, NewItem, store

router = APIRouter(prefix="/items", tags=["items"])


@router.get("")
def list_items() -> list[Item]:
    return store.all()


@router.get("/{item_id}")
def get_item(item_id: str) -> Item:
    item = store.get(item_id)
    if item is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, f"There is no item {item_id}.")
    return item


@router.post("", status_code=status.HTTP_201_CREATED)
def add_item(new: NewItem) -> Item:
    return store.add(new)


@router.put("/{item_id}/photo")
def put_photo(item_id: str, photo: UploadFile) -> dict[str, str]:
    get_item(item_id)
    return {"key": photos.save(item_id, photo.file)}
